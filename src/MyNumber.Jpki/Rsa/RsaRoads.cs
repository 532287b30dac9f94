namespace MyNumber.Jpki.Rsa;

/// <summary>Which roads this machine has.</summary>
internal static class RsaRoads
{
    /// <summary>The one measured fastest among those that run here.</summary>
    public static RsaRoad Best { get; } = RsaRoad.Scalar;

    public static bool IsSupported(RsaRoad road) => road == RsaRoad.Scalar;
}
