using System.Globalization;

namespace MyNumber.ContractTests.Issuing;

/// <summary>How often processes are killed and where: <c>MYNUMBER_KILLS</c> and <c>MYNUMBER_KILL_SEED</c>, for a soak.</summary>
internal static class KillSettings
{
    public static int Seed { get; } = Setting("MYNUMBER_KILL_SEED", 20260401);

    public static int Count(int otherwise) => Setting("MYNUMBER_KILLS", otherwise);

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out int value) ? value : otherwise;
}
