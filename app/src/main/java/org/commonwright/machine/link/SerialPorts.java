package org.commonwright.machine.link;

import com.fazecast.jSerialComm.SerialPort;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The serial ports that are plugged in.
public final class SerialPorts {
    private SerialPorts() {}

    /// One port.
    ///
    /// @param vendor the USB vendor's number, -1 when it has none
    /// @param product the USB product's number, -1 when it has none
    /// @param serial the device's own serial number, empty when it has none: it stays when the path changes
    public record Info(String path, String description, String manufacturer, int vendor, int product, String serial) {
        /// Vendor, product and serial number, such as `2341:0043:85736323`; without a serial number it names no device.
        public String usbId() {
            return String.format(Locale.ROOT, "%04x:%04x:%s", vendor & 0xFFFF, product & 0xFFFF, serial);
        }

        /// Whether this is the device of that serial number, with or without vendor and product before it.
        public boolean isCalled(String wanted) {
            return !serial.isBlank() && (serial.equals(wanted) || usbId().equals(wanted));
        }
    }

    public static List<Info> list() {
        return Arrays.stream(SerialPort.getCommPorts()).map(port -> new Info(port.getSystemPortPath(),
                port.getDescriptivePortName(), known(port.getManufacturer()), port.getVendorID(), port.getProductID(),
                known(port.getSerialNumber()))).toList();
    }

    private static String known(String text) {
        return text == null || text.equals("Unknown") ? "" : text;
    }
}
