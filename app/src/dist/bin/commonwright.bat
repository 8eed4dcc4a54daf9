@rem SPDX-FileCopyrightText: The Commonwright contributors
@rem SPDX-License-Identifier: GPL-3.0-or-later
@echo off
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
@rem See the other script: reading a history takes half the time without the second compiler.
set "QUICK="
if "%~1"=="contributors" if not "%~2"=="cells" set "QUICK=-XX:TieredStopAtLevel=1"
"%JAVA%" %QUICK% "-Dcommonwright.launcher=%~dp0commonwright.bat" --enable-native-access=ALL-UNNAMED %COMMONWRIGHT_JAVA_OPTIONS% -cp "%~dp0..\lib\*" org.commonwright.Main %*
