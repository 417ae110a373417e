@echo off
rem The command line: the same services without a window. lianshenc --help
setlocal
chcp 65001 >nul
set "HERE=%~dp0"
set "JAVA=%HERE%jre\bin\java.exe"
if not exist "%JAVA%" if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
if not exist "%JAVA%" for %%J in (java.exe) do set "JAVA=%%~$PATH:J"
if not exist "%JAVA%" goto none
for /f "tokens=3" %%V in ('"%JAVA%" -version 2^>^&1 ^| findstr /i " version "') do set "VERSION=%%~V"
for /f "delims=.-+" %%M in ("%VERSION%") do set "MAJOR=%%M"
if %MAJOR% LSS 21 goto none
for %%L in ("%HERE%plugins\org.eclipse.equinox.launcher_*.jar") do set "LAUNCHER=%%L"
"%JAVA%" -Xmx1g -XX:+UseParallelGC -XX:+IgnoreUnrecognizedVMOptions -XX:+UseCompactObjectHeaders -Djava.awt.headless=true -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 "-Djava.util.logging.config.file=%HERE%configuration\logging.properties" "-Dlogback.configurationFile=%HERE%configuration\command-line-log.xml" "-Dlianshen.log=%LOCALAPPDATA%\Lianshen\command-line.log" --enable-native-access=ALL-UNNAMED %LIANSHEN_JAVA_OPTIONS% -cp "%LAUNCHER%" org.eclipse.equinox.launcher.Main -nosplash -configuration "%LOCALAPPDATA%\Lianshen\configuration" -application org.lianshen.cli.application -data @none %*
exit /b %ERRORLEVEL%
:none
echo 联审工作台需要 Java 21 或更高版本:请把 Java 运行环境放到本文件旁的 jre 文件夹,或安装后重试。Java 21 or newer is needed: put it into a folder named jre beside this file, or install it. 1>&2
exit /b 2
