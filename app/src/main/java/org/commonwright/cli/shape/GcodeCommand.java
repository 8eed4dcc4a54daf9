package org.commonwright.cli.shape;

import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.NounCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `gcode …`: programs for machines, looked at before a machine runs them.
@Command(name = "gcode", description = "G-code: what a program does, how long it takes, what is wrong with it.")
public final class GcodeCommand implements NounCommand {
    private final CliContext context;

    public GcodeCommand(CliContext context) {
        this.context = context;
    }

    @Command(name = "info", description = "Moves, bounds, length, time and problems of a program.")
    int info(@Mixin GcodeInfoCommand.Options options) throws InterruptedException {
        return new GcodeInfoCommand(context, options).run();
    }

    @Command(name = "picture", description = "A program's toolpath as a picture, coloured by kind of move, speed, time of the layer or tool.")
    int picture(@Mixin GcodePictureCommand.Options options) {
        return new GcodePictureCommand(context, options).run();
    }

    @Command(name = "level", description = "Takes a height map into a program, so that it mills to the same depth everywhere.")
    int level(@Mixin GcodeLevelCommand.Options options) {
        return new GcodeLevelCommand(context, options).run();
    }
}
