package org.commonwright.machine.link;

import com.fazecast.jSerialComm.SerialPort;
import java.util.Arrays;
import java.util.List;

/// The serial ports that are plugged in.
public final class SerialPorts {
    private SerialPorts() {}

    /// One port.
    ///
    /// @param vendor the USB vendor's number, -1 when it has none
    /// @param product the USB product's number, -1 when it has none
    /// @param serial the device's own serial number, empty when it has none: it stays when the path changes
    public record Info(String path, String description, String manufacturer, int vendor, int product, String serial) {}

    public static List<Info> list() {
        return Arrays.stream(SerialPort.getCommPorts()).map(port -> new Info(port.getSystemPortPath(),
                port.getDescriptivePortName(), known(port.getManufacturer()), port.getVendorID(), port.getProductID(),
                known(port.getSerialNumber()))).toList();
    }

    private static String known(String text) {
        return text == null || text.equals("Unknown") ? "" : text;
    }
}
