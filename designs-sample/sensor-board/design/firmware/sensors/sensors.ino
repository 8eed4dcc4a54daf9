// Prints what the sensor board measures, once a second at 115200 baud: degrees Celsius and lux.

#include <Arduino.h>
#include <Wire.h>

static const uint8_t AIR = 0x77;      // BME280
static const uint8_t LIGHT = 0x23;    // BH1750

// The BME280's own numbers for its thermometer, read once.
static uint16_t t1;
static int16_t t2, t3;

static bool send(uint8_t device, uint8_t a, int16_t b = -1) {
    Wire.beginTransmission(device);
    Wire.write(a);
    if (b >= 0) Wire.write((uint8_t) b);
    return Wire.endTransmission() == 0;
}

static uint8_t next() {
    return Wire.available() ? Wire.read() : 0;
}

static uint16_t little() {
    uint16_t low = next();
    return low | next() << 8;
}

static bool beginAir() {
    if (!send(AIR, 0x88)) return false;
    Wire.requestFrom(AIR, (uint8_t) 6);
    t1 = little();
    t2 = little();
    t3 = little();
    return send(AIR, 0xF4, 0x27);     // measure always, each value once
}

static float celsius() {
    send(AIR, 0xFA);
    Wire.requestFrom(AIR, (uint8_t) 3);
    uint32_t high = next(), middle = next();
    float raw = high << 12 | middle << 4 | next() >> 4;
    // Two terms of a parabola round the factory's point, as the data sheet's section on compensation gives them.
    float near = raw / 16384 - t1 / 1024.0;
    float far = raw / 131072 - t1 / 8192.0;
    return (near * t2 + far * far * t3) / 5120;
}

static float lux() {
    Wire.requestFrom(LIGHT, (uint8_t) 2);
    uint16_t high = next();
    return (high << 8 | next()) / 1.2;
}

void setup() {
    Serial.begin(115200);
    Wire.begin();
    if (!beginAir()) Serial.println(F("no BME280 at 0x77"));
    if (!send(LIGHT, 0x10)) Serial.println(F("no BH1750 at 0x23"));
}

void loop() {
    Serial.print(celsius(), 2);
    Serial.print(' ');
    Serial.println(lux(), 1);
    delay(1000);
}
