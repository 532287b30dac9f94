using System.Diagnostics.CodeAnalysis;
using MyNumber.Numbering.Permutations;

namespace MyNumber.Numbering.Issuing.Conversion;

/// <summary>Custody of the keys of the conversion: by version, and never as bytes.</summary>
/// <remarks>
/// <para>What comes out is a permutation that already holds its key, so that custody may be a process, a file that the host opens, or a device. This library writes no key
/// anywhere; a register keeps the version only.</para>
/// <para>Implementations are thread safe and own what they hand out.</para>
/// </remarks>
public interface IConversionKeys
{
    /// <summary>The version that new numbers are made with. It may change between two readings; who issues reads it once and keeps to that version.</summary>
    int CurrentVersion { get; }

    /// <summary>Finds the permutation of a version.</summary>
    /// <param name="version">The version.</param>
    /// <param name="permutation">A permutation of the eleven-digit numbers, or <see langword="null"/>; not to be disposed of.</param>
    /// <returns><see langword="false"/> when there is no such version.</returns>
    bool TryOpen(int version, [NotNullWhen(true)] out IKeyedPermutation? permutation);
}
