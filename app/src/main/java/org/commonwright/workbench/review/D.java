import org.commonwright.gcode.*;
import org.commonwright.raster.*;
import org.commonwright.task.Progress;
public class D {
    public static void main(String[] a) {
        var text = new StringBuilder("M83\nG90\nG28\n");
        for (int layer = 0; layer < 3; layer++) {
            text.append(";LAYER_CHANGE\nG0 Z").append((layer + 1) * 2).append(" F6000\n");
            for (int ring = 0; ring < 3; ring++) {
                int r = 30 - 8 * ring;
                text.append(";TYPE:").append(ring == 0 ? "External perimeter" : "Inner infill").append("\nG0 X")
                        .append(-r)
                        .append(" Y").append(-r).append("\nG1 F").append(1200 + 600 * ring).append("\nG1 X").append(r)
                        .append(" E2\nG1 Y").append(r).append(" E2\nG1 X").append(-r).append(" E2\nG1 Y").append(-r)
                        .append(" E2\n");
            }
        }
        var f = GcodeReader.read(text.toString().getBytes(), "t", Progress.NONE);
        var p = f.toolpath();
        System.out.println(text.substring(0, 400));
        for (int i = 0; i < 16; i++)
            System.out.println(p.line(i) + " " + p.kind(i) + " " + p.feed(i));
        System.out.println(f.problems() + " " + f.dialect());
    }
}
