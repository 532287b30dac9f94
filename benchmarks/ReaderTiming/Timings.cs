using System.Diagnostics;
using System.Globalization;

namespace MyNumber.ReaderTiming;

/// <summary>Times one thing again and again, each time by itself, and prints a row of the table.</summary>
internal static class Timings
{
    public static void PrintHead()
    {
        Console.WriteLine("| what | times | least | median | p90 | p99 |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|");
    }

    public static void Print(string name, int times, Action action)
    {
        for (int i = 0; i < times / 10; i++)
        {
            action();
        }

        double[] micros = new double[times];
        for (int i = 0; i < times; i++)
        {
            long start = Stopwatch.GetTimestamp();
            action();
            micros[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        PrintRow(name, micros);
    }

    public static async Task PrintAsync(string name, int times, Func<ValueTask> action)
    {
        for (int i = 0; i < times / 10; i++)
        {
            await action();
        }

        double[] micros = new double[times];
        for (int i = 0; i < times; i++)
        {
            long start = Stopwatch.GetTimestamp();
            await action();
            micros[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        PrintRow(name, micros);
    }

    private static void PrintRow(string name, double[] micros)
    {
        int times = micros.Length;
        Array.Sort(micros);
        Console.WriteLine($"| {name} | {times} | {Text(micros[0])} | {Text(micros[times / 2])} | {Text(micros[times * 9 / 10])} | {Text(micros[times * 99 / 100])} |");
    }

    private static string Text(double micros) => micros >= 10_000
        ? string.Create(CultureInfo.InvariantCulture, $"{micros / 1000:F0} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{micros:F1} µs");
}
