using System.Numerics;
using System.Security.Cryptography;
using MyNumber.CardFuzz;
using MyNumber.Jpki.Rsa;

namespace MyNumber.JpkiFuzz.Rsa;

/// <summary>Whole verifications of signatures that hold and of their mutations, answered by every road as by the platform.</summary>
internal sealed class VerificationCases : IDisposable
{
    private readonly RsaRoad[] _roads;
    private readonly FuzzRandom _random;
    private readonly SignedCase[] _cases = [.. SignedCases.All()];
    private readonly RsaVerificationKey[][] _keys;

    public VerificationCases(RsaRoad[] roads, FuzzRandom random)
    {
        _roads = roads;
        _random = random;
        _keys = [.. _cases.Select(row => roads.Select(road => new RsaVerificationKey(Operation(row, road))).ToArray())];
    }

    public string JudgeNext()
    {
        // The long keys take their share of the time, not of the cases.
        int place = _random.OneIn(16) ? LastOf(_random) : _random.Below(_cases.Length - 2);
        SignedCase row = _cases[place];
        byte[] signature = [.. row.Signature], digest = [.. row.Digest];
        HashAlgorithmName algorithm = row.Algorithm;
        bool changed = !_random.OneIn(6) && Mutate(row, ref signature, digest, ref algorithm);
        bool platform = OnPlatform(row, digest, algorithm, signature);
        if (platform == changed)
        {
            throw new FuzzFindingException($"The platform says {platform} of case {place}, changed: {changed}: {Convert.ToHexString(signature)}");
        }

        for (int i = 0; i < _roads.Length; i++)
        {
            if (_keys[place][i].VerifyPkcs1(digest, algorithm, signature) != platform)
            {
                throw new FuzzFindingException($"{_roads[i]} does not say {platform} of case {place}, {algorithm}: {Convert.ToHexString(digest)} {Convert.ToHexString(signature)}");
            }
        }

        return platform ? "signatures that hold" : "mutated signatures";
    }

    public void Dispose()
    {
        foreach (SignedCase row in _cases)
        {
            row.Key.Dispose();
        }
    }

    private static RsaPublicOperation Operation(SignedCase row, RsaRoad road) =>
        RsaPublicOperation.Create(row.Public.Modulus, row.Public.Exponent, road) ?? throw new FuzzFindingException("A key is refused.");

    private static bool OnPlatform(SignedCase row, byte[] digest, HashAlgorithmName algorithm, byte[] signature)
    {
        try
        {
            return row.Key.VerifyHash(digest, signature, algorithm, RSASignaturePadding.Pkcs1);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private int LastOf(FuzzRandom random) => _cases.Length - 1 - random.Below(2);

    /// <summary>Changes something; whether anything differs in the end.</summary>
    private bool Mutate(SignedCase row, ref byte[] signature, byte[] digest, ref HashAlgorithmName algorithm)
    {
        switch (_random.Below(9))
        {
            case 0:
                digest[_random.Below(digest.Length)] ^= (byte)(1 << _random.Below(8));
                break;
            case 1:
                algorithm = _random.Pick(HashAlgorithmName.SHA256, HashAlgorithmName.SHA384, HashAlgorithmName.SHA512);
                break;
            case 2:
                signature = _random.Pick<byte[]>(signature[1..], signature[..^1], [0, .. signature], [.. signature, 0], [0, .. signature[..^1]], []);
                break;
            case 3:
                signature = Moved(signature, row.Public.Modulus!, 1);
                break;
            case 4:
                signature = Moved(signature, row.Public.Modulus!, -1);
                break;
            case 5:
                signature = [.. row.Public.Modulus!];
                signature[^1] ^= (byte)_random.Below(4);
                break;
            case 6:
                signature.AsSpan(_random.Below(signature.Length)).Fill(_random.Pick<byte>(0, 0xFF));
                break;
            default:
                for (int flips = 1 + _random.Below(3); flips > 0; flips--)
                {
                    signature[_random.Below(signature.Length)] ^= (byte)(1 << _random.Below(8));
                }

                break;
        }

        return algorithm != row.Algorithm || !signature.AsSpan().SequenceEqual(row.Signature) || !digest.AsSpan().SequenceEqual(row.Digest);
    }

    // s + n where it still fits the length, n − s for the other sign.
    private static byte[] Moved(byte[] signature, byte[] modulus, int sign)
    {
        BigInteger n = new(modulus, isUnsigned: true, isBigEndian: true), s = new(signature, isUnsigned: true, isBigEndian: true);
        byte[] digits = (n + (sign * s)).ToByteArray(isUnsigned: true, isBigEndian: true);
        return digits.Length >= signature.Length ? digits : [.. new byte[signature.Length - digits.Length], .. digits];
    }
}
