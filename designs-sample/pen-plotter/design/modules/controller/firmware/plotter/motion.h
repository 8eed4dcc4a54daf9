// Straight moves of an H-shaped belt drive with a trapezoidal speed.
#pragma once

#include <Arduino.h>

// A design that uses this firmware for another machine sets these on the compiler's command line (see build.sh).
#ifndef MM_PER_TURN
#define MM_PER_TURN 40           // 20 teeth x 2 mm of belt
#endif
#ifndef LIMITS
#define LIMITS 0, 285, 0, 200    // least and largest X, least and largest Y, in mm
#endif

class Motion {
public:
    static constexpr float FASTEST = 80;          // mm/s
    static constexpr float ACCELERATION = 600;    // mm/s²
    // 200 steps x 8 microsteps a turn.
    static constexpr float STEPS_PER_MM = 200.0 * 8 / MM_PER_TURN;

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
