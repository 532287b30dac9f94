using System.Globalization;

namespace MyNumber.LoginLoad;

/// <summary>What the command line asks for.</summary>
internal sealed record LoadOptions
{
    /// <summary>Logins prepared beforehand; the load ends early when they are used up.</summary>
    public int Logins { get; private init; } = 60_000;

    public int Seconds { get; private init; } = 30;

    /// <summary>Logins a second; 0 for as fast as it goes.</summary>
    public int Rate { get; private init; } = 2_000;

    public int Connections { get; private init; } = 16;

    public int Races { get; private init; } = 10_000;

    /// <summary>How many connections post one answer at once.</summary>
    public int Rivals { get; private init; } = 4;

    public static LoadOptions Parse(string[] args)
    {
        LoadOptions options = new();
        for (int at = 0; at + 1 < args.Length; at += 2)
        {
            int value = int.Parse(args[at + 1], NumberStyles.None, CultureInfo.InvariantCulture);
            options = args[at] switch
            {
                "--logins" => options with { Logins = value },
                "--seconds" => options with { Seconds = value },
                "--rate" => options with { Rate = value },
                "--connections" => options with { Connections = value },
                "--races" => options with { Races = value },
                "--rivals" => options with { Rivals = value },
                _ => throw new ArgumentException($"Unknown option {args[at]}."),
            };
        }

        return options;
    }
}
