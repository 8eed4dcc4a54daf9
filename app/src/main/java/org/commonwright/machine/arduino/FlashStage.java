package org.commonwright.machine.arduino;

/// What a flasher is doing.
public enum FlashStage {
    CONNECTING("arduino.stage-connecting"), WRITING("arduino.stage-writing"), VERIFYING("arduino.stage-verifying");

    private final String key;

    FlashStage(String key) {
        this.key = key;
    }

    /// The key of its name.
    public String key() {
        return key;
    }
}
