// Small plotter firmware for an Arduino Uno with a CNC shield: two stepper motors on one H-shaped belt, a pen on a servo.
// Speaks a small part of GRBL's line protocol at 115200 baud: one line in, "ok" or "error:<n>" out when it is done.
//
//   G0 G1   X Y F    straight move in millimetres (F in mm/min; G0 uses the highest speed)
//   G4      P        wait, seconds
//   G90 G91          absolute, relative
//   G92     X Y      this is here
//   M3  M5           pen down, pen up (as a spindle switched on and off)
//   ?                <Idle|MPos:x,y,0.000> at once, between moves
//
// Errors: 1 not a letter and a number, 2 bad number, 20 unknown word, 14 line too long, 33 outside the limits.

#include <Arduino.h>
#include <stdlib.h>

#include "motion.h"
#include "pen.h"

static const uint8_t LINE_MAX_CHARS = 80;

static char line[LINE_MAX_CHARS + 1];
static uint8_t length = 0;
static bool tooLong = false;
static bool absolute = true;
static float feed = 1500;          // mm/min

static Motion motion;
static Pen pen;

static void report() {
    Serial.print(F("<Idle|MPos:"));
    Serial.print(motion.x(), 3);
    Serial.print(',');
    Serial.print(motion.y(), 3);
    Serial.println(F(",0.000>"));
}

// One line's words, gathered before anything moves.
struct Words {
    int8_t move = -1;              // 0 or 1
    bool wait = false, setPosition = false, hasX = false, hasY = false;
    int8_t penTo = -1;             // 0 up, 1 down
    float x = 0, y = 0, p = 0;
};

static uint8_t codeG(int code, Words &w) {
    switch (code) {
        case 0: case 1: w.move = code; return 0;
        case 4: w.wait = true; return 0;
        case 21: return 0;         // millimetres are all it knows
        case 90: absolute = true; return 0;
        case 91: absolute = false; return 0;
        case 92: w.setPosition = true; return 0;
        default: return 20;
    }
}

static uint8_t codeM(int code, Words &w) {
    switch (code) {
        case 3: w.penTo = 1; return 0;
        case 5: w.penTo = 0; return 0;
        case 2: case 30: w.penTo = 0; return 0;
        default: return 20;
    }
}

static uint8_t word(char letter, float value, Words &w) {
    switch (letter) {
        case 'G': return codeG((int) value, w);
        case 'M': return codeM((int) value, w);
        case 'X': w.x = value; w.hasX = true; return 0;
        case 'Y': w.y = value; w.hasY = true; return 0;
        case 'F': if (value <= 0) return 2; feed = value; return 0;
        case 'P': w.p = value; return 0;
        case 'S': case 'N': case 'Z': return 0;   // spindle speed, line number and height say nothing to a pen
        default: return 20;
    }
}

static uint8_t parse(const char *text, Words &w) {
    for (const char *c = text; *c != 0;) {
        if (*c == ' ' || *c == '\t') { c++; continue; }
        if (*c == ';') break;
        if (*c == '(') {
            while (*c != 0 && *c != ')') c++;
            if (*c == ')') c++;
            continue;
        }
        char letter = toupper(*c++);
        if (letter < 'A' || letter > 'Z') return 1;
        char *end;
        float value = strtod(c, &end);
        if (end == c) return 2;
        c = end;
        uint8_t error = word(letter, value, w);
        if (error != 0) return error;
    }
    return 0;
}

static uint8_t execute(const Words &w) {
    if (w.penTo >= 0) pen.move(w.penTo == 1);
    if (w.wait) {
        delay((unsigned long) (w.p * 1000));
        return 0;
    }
    float x = w.hasX ? w.x + (absolute ? 0 : motion.x()) : motion.x();
    float y = w.hasY ? w.y + (absolute ? 0 : motion.y()) : motion.y();
    if (w.setPosition) {
        motion.declare(w.hasX ? w.x : motion.x(), w.hasY ? w.y : motion.y());
    } else if (w.hasX || w.hasY) {
        if (!motion.inside(x, y)) return 33;
        motion.moveTo(x, y, w.move == 0 ? Motion::FASTEST : feed / 60);
    }
    return 0;
}

static void endLine() {
    line[length] = 0;
    uint8_t error = 14;
    if (!tooLong) {
        Words words;
        error = parse(line, words);
        if (error == 0) error = execute(words);
    }
    if (error == 0) {
        Serial.println(F("ok"));
    } else {
        Serial.print(F("error:"));
        Serial.println(error);
    }
    length = 0;
    tooLong = false;
}

void setup() {
    Serial.begin(115200);
    motion.begin();
    pen.begin();
    Serial.println(F("\r\nPlotter 1.0 ['?' for status]"));
}

void loop() {
    pen.hold();
    motion.rest();
    if (Serial.available() == 0) return;
    char c = Serial.read();
    if (c == '?') {
        report();
    } else if (c == '\n' || c == '\r') {
        if (length > 0 || tooLong) endLine();
    } else if (length < LINE_MAX_CHARS) {
        line[length++] = c;
    } else {
        tooLong = true;
    }
}
