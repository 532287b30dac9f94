using System.Security.Cryptography;
using MyNumber.Numbering.Issuing.Codes;
using MyNumber.Numbering.Issuing.Conversion;
using MyNumber.Numbering.Issuing.Designation;
using MyNumber.Numbering.Issuing.Registers;
using MyNumber.Numbering.Permutations;

namespace CityNumbering;

/// <summary>The part of J-LIS (地方公共団体情報システム機構の役): designates codes, holds the key, makes numbers, keeps them for ever.</summary>
/// <remarks>The people come from a seed; codes and key come from the machine's random numbers, so no two runs give the same numbers.</remarks>
internal sealed class Center : IDisposable
{
    private readonly RandomNumberGenerator _random = RandomNumberGenerator.Create();
    private readonly ConversionKeyRing _keys;

    public Center(TimeProvider clock)
    {
        byte[] key = RandomNumberGenerator.GetBytes(32);
        _keys = new ConversionKeyRing(1, new ElevenDigitPermutation(key, []));
        AuditPermutation = new Ff1Permutation(key, 10, ElevenDigitPermutation.Digits, []);
        CryptographicOperations.ZeroMemory(key);

        Allotted = new InMemoryAllottedCodes(_random);
        Codes = new ResidentCodeDesignator(Allotted, _random);
        Generation = new NumberGenerationCenter(Register, _keys, clock);
    }

    public InMemoryNumberRegister Register { get; } = new();

    public InMemoryAllottedCodes Allotted { get; }

    public ResidentCodeDesignator Codes { get; }

    public NumberGenerationCenter Generation { get; }

    public IConversionKeys Keys => _keys;

    /// <summary>The same conversion by the general FF1 code: it shares no arithmetic with the code that issues.</summary>
    public IKeyedPermutation AuditPermutation { get; }

    public RandomNumberGenerator Random => _random;

    public void Dispose()
    {
        AuditPermutation.Dispose();
        _keys.Dispose();
        _random.Dispose();
    }
}
