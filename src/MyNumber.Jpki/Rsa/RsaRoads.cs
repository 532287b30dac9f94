namespace MyNumber.Jpki.Rsa;

/// <summary>Which roads this machine has.</summary>
internal static class RsaRoads
{
    /// <summary>The fastest among those that run here.</summary>
    public static RsaRoad Best => VectorModulus.IsSupported ? RsaRoad.Vector : RsaRoad.Scalar;

    public static bool IsSupported(RsaRoad road) => road == RsaRoad.Scalar || VectorModulus.IsSupported;
}
