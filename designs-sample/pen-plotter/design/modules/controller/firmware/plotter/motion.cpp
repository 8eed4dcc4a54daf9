#include "motion.h"

// CNC shield on an Uno.
static const uint8_t STEP_A = 2, DIR_A = 5, STEP_B = 3, DIR_B = 6, DISABLE = 8;
static const unsigned long REST_AFTER_MS = 10000;

void Motion::begin() {
    const uint8_t outputs[] = {STEP_A, DIR_A, STEP_B, DIR_B, DISABLE};
    for (uint8_t pin : outputs) pinMode(pin, OUTPUT);
    digitalWrite(DISABLE, HIGH);
}

bool Motion::inside(float x, float y) const {
    const float limits[] = {LIMITS};
    return x >= limits[0] && x <= limits[1] && y >= limits[2] && y <= limits[3];
}

void Motion::declare(float x, float y) {
    a_ = lround((x + y) * STEPS_PER_MM);
    b_ = lround((x - y) * STEPS_PER_MM);
}

void Motion::rest() {
    if (millis() - lastMove_ > REST_AFTER_MS) digitalWrite(DISABLE, HIGH);
}

void Motion::moveTo(float x, float y, float speed) {
    long da = lround((x + y) * STEPS_PER_MM) - a_;
    long db = lround((x - y) * STEPS_PER_MM) - b_;
    long na = labs(da), nb = labs(db), n = max(na, nb);
    if (n == 0) return;
    digitalWrite(DISABLE, LOW);
    digitalWrite(DIR_A, da > 0 ? HIGH : LOW);
    digitalWrite(DIR_B, db > 0 ? HIGH : LOW);

    // Speed of the motor that turns most, in steps/s; distance along the line in mm is hypot(dx, dy).
    float distance = hypot((da + db) / 2.0, (da - db) / 2.0) / STEPS_PER_MM;
    float perMm = n / distance;
    float top = min(speed, FASTEST) * perMm;
    float ramp = 2 * ACCELERATION * perMm;        // v² = 2 a s
    float start = sqrt(ramp);                     // speed after the first step

    long ea = n / 2, eb = n / 2;
    unsigned long next = micros();
    for (long i = 0; i < n; i++) {
        float v = min(top, min(start * sqrt(i + 1.0), start * sqrt((float) (n - i))));
        next += (unsigned long) (1e6 / v);
        while ((long) (micros() - next) < 0) {}
        ea -= na;
        eb -= nb;
        bool stepA = ea < 0, stepB = eb < 0;
        if (stepA) { ea += n; digitalWrite(STEP_A, HIGH); }
        if (stepB) { eb += n; digitalWrite(STEP_B, HIGH); }
        delayMicroseconds(2);
        if (stepA) digitalWrite(STEP_A, LOW);
        if (stepB) digitalWrite(STEP_B, LOW);
    }
    a_ += da;
    b_ += db;
    lastMove_ = millis();
}
