using System.Diagnostics;
using System.Globalization;
using MyNumber.CardFuzz;
using MyNumber.CardFuzz.Emulator;

// CardFuzz [emulator] [--count N] [--seed N]
long count = Number("--count", 1_000_000);
ulong seed = (ulong)Number("--seed", 1);
Stopwatch clock = Stopwatch.StartNew();
EmulatorFuzz target = new();
using FuzzWatchdog watchdog = new(() => target.Report.Commands);
try
{
    target.Run(seed, count);
    Console.WriteLine($"No finding in {clock.Elapsed.TotalSeconds:N0} s. {target.Report}");
    return 0;
}
catch (FuzzFindingException finding)
{
    Console.WriteLine($"FINDING after {clock.Elapsed.TotalSeconds:N0} s. {target.Report}");
    Console.WriteLine(finding);
    return 1;
}

long Number(string name, long otherwise)
{
    int place = Array.IndexOf(args, name);
    return place >= 0 && place + 1 < args.Length ? long.Parse(args[place + 1], CultureInfo.InvariantCulture) : otherwise;
}
