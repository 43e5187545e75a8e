@echo off
rem Runs the Maven on the PATH; the build itself refuses one older than 3.8.7. It downloads nothing by itself.
where mvn >nul 2>nul
if errorlevel 1 (
    echo mvnw: no 'mvn' on the PATH. Install Maven 3.8.7 or newer, and JDK 17 or newer. 1>&2
    exit /b 1
)
call mvn %*
exit /b %ERRORLEVEL%
