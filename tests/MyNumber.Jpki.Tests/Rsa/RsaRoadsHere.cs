using MyNumber.Jpki.Rsa;

namespace MyNumber.Jpki.Tests.Rsa;

/// <summary>Every road of the arithmetic that this machine can run, so that each is exercised and not only the fastest.</summary>
public static class RsaRoadsHere
{
    public static TheoryData<string> Names => [.. All];

    public static IEnumerable<string> All => Enum.GetValues<RsaRoad>().Where(RsaRoads.IsSupported).Select(road => road.ToString());

    internal static RsaRoad Road(string name) => Enum.Parse<RsaRoad>(name);

    internal static RsaVerificationKey Key(byte[] modulus, byte[] exponent, RsaRoad road) =>
        new(RsaPublicOperation.Create(modulus, exponent, road) ?? throw new ArgumentException("The key is refused.", nameof(modulus)));
}
