using System.Globalization;
using MyNumber.Numbering;
using MyNumber.Numbering.Permutations;

namespace MyNumber.Cli.Numbers;

/// <summary>Corporate numbers of one kind of body: registry office and serial, or the serial of an unregistered body, are permuted.</summary>
internal sealed class CorporateRows : IRowMaker
{
    // 登記所コード 0100 to 5000 with six digits of serial each, by the table of bases that CorporateNumber.Kind follows.
    private const long FirstOffice = 100;
    private const long Serials = 1_000_000;
    private const long RegisteredBases = 4_901 * Serials;
    private const long FirstUnregisteredBase = 700_000_000_000;

    private readonly IKeyedPermutation _permutation;
    private readonly int _organisationClass;

    /// <summary>Makes the rows of a kind.</summary>
    /// <param name="key">The key.</param>
    /// <param name="organisationClass">組織区分 1 to 5, or 0 for bodies without registration.</param>
    public CorporateRows(ReadOnlySpan<byte> key, int organisationClass)
    {
        _organisationClass = organisationClass;
        _permutation = organisationClass == 0
            ? new ElevenDigitPermutation(key, "mynumber unregistered"u8)
            : new ReducedPermutation(new Ff1Permutation(key, radix: 10, length: 10, "mynumber registered"u8), RegisteredBases);
    }

    /// <summary>Kinds as they are typed, with their class.</summary>
    public static IReadOnlyDictionary<string, int> Kinds { get; } = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["stock-company"] = 1,
        ["special-limited-company"] = 2,
        ["membership-or-foreign-company"] = 3,
        ["other-registered"] = 4,
        ["registered-association"] = 5,
        ["unregistered"] = 0,
    };

    public IReadOnlyList<string> Columns => ["corporateNumber"];

    public IReadOnlyList<int> Widths => [13];

    public long Most => _permutation.DomainSize;

    public void Make(long first, Span<char> rows, int count)
    {
        long[] values = new long[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = first + i;
        }

        _permutation.Permute(values);
        for (int i = 0; i < count; i++)
        {
            CorporateNumber.FromBase(BaseOf(values[i])).TryFormat(rows[(i * 13)..], out _, default, CultureInfo.InvariantCulture);
        }
    }

    public void Dispose() => _permutation.Dispose();

    private long BaseOf(long value) => _organisationClass == 0
        ? FirstUnregisteredBase + value
        : ((FirstOffice + (value / Serials)) * 100_000_000) + (_organisationClass * Serials) + (value % Serials);
}
