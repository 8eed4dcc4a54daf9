// Straight moves of an H-shaped belt drive with a trapezoidal speed.
#pragma once

#include <Arduino.h>

class Motion {
public:
    static constexpr float FASTEST = 80;          // mm/s
    static constexpr float ACCELERATION = 600;    // mm/s²
    // 200 steps x 8 microsteps a turn; 20 teeth x 2 mm of belt a turn.
    static constexpr float STEPS_PER_MM = 200.0 * 8 / 40;
    static constexpr float WIDTH = 285, HEIGHT = 200;

    void begin();
    bool inside(float x, float y) const;
    void declare(float x, float y);
    // Moves and returns when the pen is there; speed in mm/s.
    void moveTo(float x, float y, float speed);
    // Lets the motors go ten seconds after the last move.
    void rest();
    float x() const { return (a_ + b_) / (2 * STEPS_PER_MM); }
    float y() const { return (a_ - b_) / (2 * STEPS_PER_MM); }

private:
    long a_ = 0, b_ = 0;                          // motor positions in steps: a = x + y, b = x - y
    unsigned long lastMove_ = 0;
};
