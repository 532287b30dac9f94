using System.Buffers.Binary;
using System.Numerics;
using MyNumber.CardFuzz;
using MyNumber.Jpki.Rsa;

namespace MyNumber.JpkiFuzz.Rsa;

/// <summary>Odd moduli of every size and of awkward shapes, numbers around their edges, any odd exponent; the answer is <see cref="BigInteger.ModPow"/>'s.</summary>
internal sealed class PowerCases
{
    private const int NumbersUnderOneModulus = 24;

    private readonly RsaRoad[] _roads;
    private readonly FuzzRandom _random;
    private readonly RsaPublicOperation[] _operations;
    private BigInteger _modulus;
    private ulong _exponent;
    private int _left;

    public PowerCases(RsaRoad[] roads, FuzzRandom random)
    {
        _roads = roads;
        _random = random;
        _operations = new RsaPublicOperation[roads.Length];
    }

    public string JudgeNext()
    {
        if (_left-- == 0)
        {
            TakeModulus();
        }

        int length = _operations[0].Length;
        BigInteger number = Number(length);
        byte[] signature = new byte[length + (_random.OneIn(64) ? _random.Pick(-1, 1) : 0)];
        bool fits = signature.Length >= number.GetByteCount(isUnsigned: true);
        number = fits ? number : 0;
        byte[] digits = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        digits.CopyTo(signature, signature.Length - digits.Length);
        bool inRange = signature.Length == length && number < _modulus;
        byte[]? expected = inRange ? Expected(number, length) : null;
        for (int i = 0; i < _roads.Length; i++)
        {
            byte[] encoded = new byte[length];
            bool applied = _operations[i].TryApply(signature, encoded);
            if (applied != inRange || (inRange && !encoded.AsSpan().SequenceEqual(expected)))
            {
                throw new FuzzFindingException($"{_roads[i]}: n = {_modulus:X}, e = {_exponent}, s = {Convert.ToHexString(signature)}");
            }
        }

        return inRange ? "powers" : "refused by range or length";
    }

    private byte[] Expected(BigInteger number, int length)
    {
        byte[] expected = new byte[length];
        byte[] digits = BigInteger.ModPow(number, _exponent, _modulus).ToByteArray(isUnsigned: true, isBigEndian: true);
        digits.CopyTo(expected, length - digits.Length);
        return expected;
    }

    private void TakeModulus()
    {
        int bits = _random.Below(16) switch
        {
            0 => 2048,
            1 => 1024 + _random.Below(3073),
            2 when _random.OneIn(8) => 4096 + _random.Below(4097),
            _ => 1024 + _random.Below(129),
        };
        _exponent = _random.Below(8) switch
        {
            0 => 65537,
            1 => 17,
            2 when _random.OneIn(4) => _random.Next() | 3,
            _ => 3,
        };
        BigInteger top = BigInteger.One << (bits - 1);
        _modulus = top | (Shape(bits) % top) | 1;
        byte[] exponent = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(exponent, _exponent);
        for (int i = 0; i < _roads.Length; i++)
        {
            _operations[i] = RsaPublicOperation.Create(_modulus.ToByteArray(isUnsigned: true, isBigEndian: true), exponent.AsSpan().TrimStart((byte)0), _roads[i])
                ?? throw new FuzzFindingException($"Key refused: n = {_modulus:X}, e = {_exponent}");
        }

        _left = NumbersUnderOneModulus - 1;
    }

    private BigInteger Number(int length) => _random.Below(12) switch
    {
        0 => _random.Below(3),
        1 => _modulus - _random.Below(3),
        2 => _modulus + _random.Below(3),
        3 => BigInteger.One << _random.Below(length * 8),
        4 => (BigInteger.One << _random.Below((length * 8) + 1)) - 1,
        5 => Shape(length * 8),
        _ => new BigInteger(_random.Bytes(length), isUnsigned: true) % _modulus,
    };

    // Runs of ones and zeros that begin and end near the limbs' boundaries of either layout: where carries are lost if anywhere.
    private BigInteger Shape(int bits)
    {
        int limb = _random.Pick(27, 64, 108, 1);
        BigInteger number = 0;
        switch (_random.Below(4))
        {
            case 0:
                return new BigInteger(_random.Bytes((bits + 7) / 8), isUnsigned: true);
            case 1:
                return (BigInteger.One << bits) - 1 - _random.Below(16);
            case 2:
                return _random.Below(16);
            default:
                for (int runs = 1 + _random.Below(6); runs > 0; runs--)
                {
                    int start = Math.Max(0, (_random.Below(bits / limb) * limb) + _random.Below(3) - 1);
                    number ^= ((BigInteger.One << (limb * (1 + _random.Below(8)))) - 1) << start;
                }

                return number;
        }
    }
}
