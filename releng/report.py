"""Reads test reports (surefire's XML) from the folders given, names what failed, and ends with 'N passed, N failed'."""
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

passed = failed = skipped = 0
for folder in sys.argv[1:]:
    for report in sorted(Path(folder).glob("TEST-*.xml")):
        for case in ElementTree.parse(report).getroot().iter("testcase"):
            problem = case.find("failure") if case.find("failure") is not None else case.find("error")
            if problem is not None:
                failed += 1
                lines = (problem.get("message") or problem.text or "").strip().splitlines()
                print(f"FAILED {case.get('classname')}.{case.get('name')}: {lines[0] if lines else ''}")
            elif case.find("skipped") is not None:
                skipped += 1
                print(f"skipped {case.get('classname')}.{case.get('name')}")
            else:
                passed += 1
if skipped:
    print(f"{skipped} skipped")
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed or not passed else 0)
