namespace MyNumber.Cli.Links;

/// <summary>What a run measured, on one core.</summary>
/// <param name="CodesPerSecond">Agency codes derived in a second, the median of the rounds.</param>
/// <param name="TimesEncryptEcb">How many times as fast as bulk <c>Aes.EncryptEcb</c>, the median of the ratios within a round.</param>
/// <param name="TimesHmac">How many times as fast as <c>HMACSHA256.HashData</c> per code, likewise.</param>
internal readonly record struct BenchResult(double CodesPerSecond, double TimesEncryptEcb, double TimesHmac)
{
    /// <summary>People of one agency, about as many as Japan has.</summary>
    public const int People = 125_000_000;

    /// <summary>Agencies with codes of their own.</summary>
    public const int Agencies = 10_000;

    /// <summary>Seconds for one agency over all people.</summary>
    public double SecondsForOneAgency => People / CodesPerSecond;

    /// <summary>Hours of one core for all agencies.</summary>
    public double CoreHoursForAllAgencies => SecondsForOneAgency * Agencies / 3600;
}
