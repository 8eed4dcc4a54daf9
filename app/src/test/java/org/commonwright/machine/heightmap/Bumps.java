package org.commonwright.machine.heightmap;

import java.util.Random;
import org.commonwright.model.Bounds;

/// A random smooth surface whose second derivatives are known, so that the error of interpolating it is too.
final class Bumps {
    private final double tiltX;
    private final double tiltY;
    private final double[] height = new double[3];
    private final double[] waveX = new double[3];
    private final double[] waveY = new double[3];
    private final double[] phase = new double[3];

    Bumps(Random random) {
        tiltX = (random.nextDouble() - 0.5) / 100;
        tiltY = (random.nextDouble() - 0.5) / 100;
        for (int i = 0; i < 3; i++) {
            height[i] = random.nextDouble() * 0.1;
            waveX[i] = (random.nextDouble() - 0.5) / 8;
            waveY[i] = (random.nextDouble() - 0.5) / 8;
            phase[i] = random.nextDouble() * 6;
        }
    }

    double z(double x, double y) {
        double z = tiltX * x + tiltY * y;
        for (int i = 0; i < 3; i++) {
            z += height[i] * Math.sin(waveX[i] * x + waveY[i] * y + phase[i]);
        }
        return z;
    }

    /// The most that the bilinear interpolation on this grid can be wrong: a eighth of the step squared times the bend, for
    /// each axis.
    double bound(ProbeGrid grid) {
        double bound = 0;
        for (int i = 0; i < 3; i++) {
            bound += height[i] * (waveX[i] * waveX[i] * grid.stepX() * grid.stepX()
                    + waveY[i] * waveY[i] * grid.stepY() * grid.stepY()) / 8;
        }
        return bound;
    }

    HeightMap map(Bounds area, double step) {
        ProbeGrid grid = ProbeGrid.over(area, step);
        double[] heights = new double[grid.size()];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = z(grid.x(i), grid.y(i));
        }
        return new HeightMap(grid, new HeightMap.Origin("a test", "", ""), heights);
    }
}
