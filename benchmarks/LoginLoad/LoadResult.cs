using System.Globalization;

namespace MyNumber.LoginLoad;

/// <summary>What came of the load.</summary>
/// <param name="Seconds">How long it went.</param>
/// <param name="Milliseconds">Each login's time at the client, in order of length.</param>
/// <param name="Failed">Answers that were not a session.</param>
/// <param name="Memory">The server's memory.</param>
internal sealed record LoadResult(double Seconds, double[] Milliseconds, int Failed, MemoryCourse Memory)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"load: {Milliseconds.Length} logins in {Seconds:F1} s, {Milliseconds.Length / Seconds:F0} a second, {Failed} failed; median {At(0.5):F2} ms, 99 % {At(0.99):F2} ms, longest {At(1):F1} ms\n{Memory}");

    private double At(double share) => Milliseconds.Length == 0 ? 0 : Milliseconds[(int)(share * (Milliseconds.Length - 1))];
}
