using System.Diagnostics;
using System.Globalization;
using MyNumber.CardFuzz;
using MyNumber.CardFuzz.Client;
using MyNumber.CardFuzz.Emulator;

// CardFuzz [emulator | client] [--count N] [--seed N]
long count = Number("--count", 1_000_000);
ulong seed = (ulong)Number("--seed", 1);
Stopwatch clock = Stopwatch.StartNew();
EmulatorFuzz emulator = new();
ClientFuzz client = new();
bool answers = args.Contains("client");
using FuzzWatchdog watchdog = new(() => answers ? client.Answers : emulator.Report.Commands);
try
{
    if (answers)
    {
        await client.RunAsync(seed, count);
    }
    else
    {
        emulator.Run(seed, count);
    }

    Console.WriteLine($"No finding in {clock.Elapsed.TotalSeconds:N0} s. {Summary()}");
    return 0;
}
catch (FuzzFindingException finding)
{
    Console.WriteLine($"FINDING after {clock.Elapsed.TotalSeconds:N0} s. {Summary()}");
    Console.WriteLine(finding);
    return 1;
}

string Summary() => answers ? client.ToString() : emulator.Report.ToString();

long Number(string name, long otherwise)
{
    int place = Array.IndexOf(args, name);
    return place >= 0 && place + 1 < args.Length ? long.Parse(args[place + 1], CultureInfo.InvariantCulture) : otherwise;
}
