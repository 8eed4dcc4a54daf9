package org.commonwright.bom.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

/// Hears the records of an xls and gathers the cells of its sheets.
final class XlsRecords implements HSSFListener {
    private final String file;
    private final Budget budget;
    private final FormatTrackingHSSFListener formats = new FormatTrackingHSSFListener(_ -> {
        // every record comes here too
    });
    private final List<BoundSheetRecord> names = new ArrayList<>();
    private final List<Sheet> sheets = new ArrayList<>();
    private @Nullable SSTRecord texts;
    private @Nullable SheetBuilder sheet;
    private @Nullable FormulaRecord waiting;
    private int row = -1;
    private boolean from1904;

    XlsRecords(String file) {
        this.file = file;
        this.budget = new Budget(file);
    }

    List<Sheet> sheets() {
        end();
        return sheets;
    }

    @Override
    public void processRecord(Record rec) {
        formats.processRecord(rec);
        switch (rec) {
            case BoundSheetRecord name -> names.add(name);
            case SSTRecord shared -> texts = shared;
            case DateWindow1904Record window -> from1904 = window.getWindowing() == 1;
            case BOFRecord begin when begin.getType() == BOFRecord.TYPE_WORKSHEET -> begin();
            case LabelSSTRecord cell -> cell(cell, text(cell));
            case LabelRecord cell -> cell(cell, cell.getValue());
            case NumberRecord cell -> cell(cell, number(cell, cell.getValue()));
            case BoolErrRecord cell when cell.isError() -> error(cell, cell.getErrorValue());
            case BoolErrRecord cell -> cell(cell, cell.getBooleanValue() ? "TRUE" : "FALSE");
            case FormulaRecord cell -> formula(cell);
            case StringRecord value -> said(value);
            default -> {
                // looks, sizes, macros
            }
        }
    }

    private void begin() {
        end();
        int at = sheets.size();
        List<BoundSheetRecord> ordered = List.of(BoundSheetRecord.orderByBofPosition(names));
        Optional<BoundSheetRecord> name = at < ordered.size() ? Optional.of(ordered.get(at)) : Optional.empty();
        sheet = new SheetBuilder(file, name.map(BoundSheetRecord::getSheetname).orElse("#" + (at + 1)),
                name.filter(n -> n.isHidden() || n.isVeryHidden()).isPresent(), budget);
        row = -1;
    }

    private void end() {
        if (sheet != null) {
            sheets.add(sheet.build());
            sheet = null;
        }
    }

    private int cell(CellValueRecordInterface cell, String text) {
        if (sheet == null) {
            return 0;
        }
        if (cell.getRow() != row) {
            row = cell.getRow();
            sheet.row(row + 1);
        }
        return sheet.cell(cell.getColumn(), text);
    }

    private String text(LabelSSTRecord cell) {
        int at = cell.getSSTIndex();
        return texts == null || at < 0 || at >= texts.getNumUniqueStrings() ? "" : texts.getString(at).getString();
    }

    private String number(CellValueRecordInterface cell, double value) {
        String format = formats.getFormatString(cell);
        return NumberText.of(value, formats.getFormatIndex(cell), format == null ? "" : format, from1904);
    }

    private void error(CellValueRecordInterface cell, int code) {
        int column = cell(cell, "");
        if (sheet != null) {
            sheet.error(column, FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#" + code);
        }
    }

    /// A formula's text comes in the record behind it.
    private void formula(FormulaRecord cell) {
        waiting = null;
        if (cell.hasCachedResultString()) {
            waiting = cell;
            return;
        }
        CellType type = cell.getCachedResultTypeEnum();
        if (type == CellType.ERROR) {
            error(cell, cell.getCachedErrorValue());
            return;
        }
        String text = type == CellType.BOOLEAN
                ? cell.getCachedBooleanValue() ? "TRUE" : "FALSE"
                : number(cell, cell.getValue());
        calculated(cell, text);
    }

    private void said(StringRecord value) {
        if (waiting != null) {
            calculated(waiting, value.getString());
            waiting = null;
        }
    }

    private void calculated(FormulaRecord cell, String text) {
        int column = cell(cell, text);
        if (sheet != null) {
            sheet.formula(column, true);
        }
    }
}
