// The pen's servo, pulsed by hand: 20 pulses a move, then a pulse every 20 ms so that it holds.
#pragma once

#include <Arduino.h>

class Pen {
public:
    void begin() {
        pinMode(SIGNAL, OUTPUT);
        move(false);
    }

    void move(bool down) {
        width_ = down ? DOWN_US : UP_US;
        for (uint8_t i = 0; i < 20; i++) {
            pulse();
            delay(18);
        }
    }

    // Call often while nothing moves.
    void hold() {
        if (millis() - last_ >= 20) pulse();
    }

private:
    static const uint8_t SIGNAL = 11;             // Z+ end stop, GRBL's spindle pin
    static const unsigned int UP_US = 1900, DOWN_US = 1200;

    void pulse() {
        last_ = millis();
        digitalWrite(SIGNAL, HIGH);
        delayMicroseconds(width_);
        digitalWrite(SIGNAL, LOW);
    }

    unsigned int width_ = UP_US;
    unsigned long last_ = 0;
};
