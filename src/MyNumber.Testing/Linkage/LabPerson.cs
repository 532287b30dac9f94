using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Core.Residents;
using MyNumber.Linkage.Portal.Accounts;
using MyNumber.Numbering;
using MyNumber.Numbering.People;
using MyNumber.Testing.People;

namespace MyNumber.Testing.Linkage;

/// <summary>A synthetic person of a lab network, and where the person is known.</summary>
/// <remarks>Immutable. Numbers and attributes follow from <see cref="Index"/> alone and belong to nobody. Text is masked.</remarks>
public sealed class LabPerson
{
    private const int Seed = 4;
    private const int MaxIndex = 1_000_000;
    private static readonly DateOnly _day = new(2026, 4, 1);

    internal LabPerson(int index, ImmutableArray<LabHolding> holdings)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, MaxIndex);
        (Index, Holdings) = (index, holdings);
    }

    /// <summary>Which person of the network, from 0.</summary>
    public int Index { get; }

    /// <summary>What each body that knows the person holds.</summary>
    public ImmutableArray<LabHolding> Holdings { get; }

    /// <summary>The resident record code (住民票コード); no two people of a network share one.</summary>
    public ResidentRecordCode ResidentCode => Checked<ResidentRecordCode>(1_000_000_000L + (Index * 7_919L), 10, ResidentRecordCode.TryParse);

    /// <summary>The individual number (個人番号); no two people of a network share one.</summary>
    public IndividualNumber Number => Checked<IndividualNumber>(20_000_000_000L + (Index * 79_999L), 11, IndividualNumber.TryParse);

    /// <summary>The four attributes (基本4情報).</summary>
    public FourAttributes Attributes => SyntheticPerson.Invent(Seed, Index, _day).Attributes;

    /// <summary>What an agency asks the residents' network for the person's code with.</summary>
    public ResidentQuery Query => new(Number, Attributes);

    /// <summary>The person's login at the portal, in the place of a certificate's fingerprint.</summary>
    public LoginHandle Login => LoginHandle.Of(SHA256.HashData(BitConverter.GetBytes(Index)));

    /// <summary>What one body holds of the person.</summary>
    /// <param name="agency">The body.</param>
    /// <returns>The holding, or <see langword="null"/> when the person is not known there.</returns>
    public LabHolding? At(AgencyId agency) => Holdings.FirstOrDefault(holding => holding.Agency == agency);

    /// <summary>The index; nothing else of the person.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => FormattableString.Invariant($"person {Index}");

    private delegate bool Reader<T>(ReadOnlySpan<char> text, out T number);

    private static T Checked<T>(long body, int digits, Reader<T> read)
    {
        string text = body.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
        for (int digit = 0; digit < 10; digit++)
        {
            if (read(text + digit.ToString(CultureInfo.InvariantCulture), out T number))
            {
                return number;
            }
        }

        throw new InvalidOperationException("Every number has a check digit.");
    }
}
