using System.Numerics;

namespace MyNumber.Jpki.Rsa;

/// <summary>RSAVP1 (RFC 8017 §5.2.2) under one checked key: bytes of a signature to bytes of an encoded message.</summary>
/// <remarks>Immutable and thread safe. The Montgomery constants are computed on first use and kept.</remarks>
internal sealed class RsaPublicOperation
{
    public const int ShortestModulus = 1024;
    public const int LongestModulus = 8192;
    public const int LongestExponent = 64;

    private readonly ulong[] _modulus;
    private readonly ulong _exponent;
    private readonly RsaRoad _road;
    private MontgomeryModulus? _prepared;

    private RsaPublicOperation(ulong[] modulus, int bits, ulong exponent, RsaRoad road)
    {
        _modulus = modulus;
        _exponent = exponent;
        _road = road;
        ModulusBits = bits;
    }

    public int ModulusBits { get; }

    /// <summary>k of RFC 8017: bytes of the modulus, of every signature and of every encoded message.</summary>
    public int Length => (ModulusBits + 7) / 8;

    /// <summary>Checks a key: no leading zero bytes, an odd modulus of 1024 to 8192 bits, an odd exponent of 3 or more and at most 64 bits.</summary>
    public static RsaPublicOperation? Create(ReadOnlySpan<byte> modulus, ReadOnlySpan<byte> exponent, RsaRoad road)
    {
        if (modulus.Length is < ShortestModulus / 8 or > LongestModulus / 8 || exponent.Length is 0 or > LongestExponent / 8)
        {
            return null;
        }

        int bits = (modulus.Length * 8) - BitOperations.LeadingZeroCount((uint)modulus[0]) + 24;
        Span<ulong> power = stackalloc ulong[1];
        RsaWords.Read(exponent, power);
        if (modulus[0] == 0 || exponent[0] == 0 || bits < ShortestModulus || (modulus[^1] & 1) == 0 || power[0] < 3 || (power[0] & 1) == 0)
        {
            return null;
        }

        ulong[] words = new ulong[(bits + 63) / 64];
        RsaWords.Read(modulus, words);
        return new RsaPublicOperation(words, bits, power[0], road);
    }

    /// <summary>Computes s^e mod n.</summary>
    /// <param name="signature">s, big-endian.</param>
    /// <param name="encoded">Receives <see cref="Length"/> bytes.</param>
    /// <returns><see langword="false"/>, and nothing written, when s is not exactly <see cref="Length"/> bytes long or not below n.</returns>
    public bool TryApply(ReadOnlySpan<byte> signature, Span<byte> encoded)
    {
        if (signature.Length != Length)
        {
            return false;
        }

        Span<ulong> number = stackalloc ulong[_modulus.Length];
        RsaWords.Read(signature, number);
        if (!RsaWords.IsLess(number, _modulus))
        {
            return false;
        }

        _prepared ??= MontgomeryModulus.Create(_modulus, ModulusBits, _road); // racing threads make equal objects
        _prepared.Power(number, _exponent, number);
        RsaWords.Write(number, encoded);
        return true;
    }
}
