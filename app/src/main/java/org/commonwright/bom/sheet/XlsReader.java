package org.commonwright.bom.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.commonwright.error.Fault;

/// Excel 97 to 2003 (MS-XLS), record by record.
final class XlsReader {
    private XlsReader() {}

    /// POI tells broken files by many unchecked exceptions, all of which mean the same here.
    static Workbook read(String file, byte[] bytes) {
        try (var container = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            if (container.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                throw new Fault("bom.workbook-encrypted", file);
            }
            var records = new XlsRecords(file);
            var request = new HSSFRequest();
            request.addListenerForAllRecords(records);
            new HSSFEventFactory().processWorkbookEvents(request, container);
            return new Workbook("xls", "UTF-16LE", records.sheets());
        } catch (Fault fault) {
            throw fault;
        } catch (EncryptedDocumentException e) {
            throw new Fault(e, "bom.workbook-encrypted", file);
        } catch (IOException | RuntimeException e) {
            throw e.getCause() instanceof Fault fault ? fault : new Fault(e, "bom.workbook-broken", file);
        }
    }
}
