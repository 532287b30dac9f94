using System.Diagnostics;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Core.Corrections;

/// <summary>A holder's wrong tie (紐付け誤り): it got a code for one person and put another person's data under it.</summary>
/// <remarks>Immutable. <see cref="ToString"/> shows no code.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class TieCorrection
{
    /// <summary>Describes the wrong tie.</summary>
    /// <param name="holder">Whose tie.</param>
    /// <param name="wrong">The code under which the data lie.</param>
    /// <param name="right">The person whose data they are, as a new acquisition with all four attributes found.</param>
    /// <param name="keepsWrong">Whether the holder holds the other person rightly too; then that code stays in use.</param>
    /// <param name="exchanged">The holders with whom data under the wrong code were exchanged, from the access records.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A code is empty.</exception>
    public TieCorrection(CodeHolder holder, AgencyCode wrong, LinkCode right, bool keepsWrong, IReadOnlyList<CodeHolderId> exchanged)
    {
        ArgumentNullException.ThrowIfNull(holder);
        ArgumentNullException.ThrowIfNull(exchanged);
        if (wrong.IsEmpty || right.IsEmpty)
        {
            throw new ArgumentException("A correction names the wrong code and the right person.");
        }

        (Holder, Wrong, Right, KeepsWrong, Exchanged) = (holder, wrong, right, keepsWrong, Array.AsReadOnly([.. exchanged]));
    }

    /// <summary>Whose tie.</summary>
    public CodeHolder Holder { get; }

    /// <summary>The code under which the data lie.</summary>
    public AgencyCode Wrong { get; }

    /// <summary>The person whose data they are.</summary>
    public LinkCode Right { get; }

    /// <summary>Whether the wrong code stays in use for its own person.</summary>
    public bool KeepsWrong { get; }

    /// <summary>With whom data under the wrong code were exchanged.</summary>
    public IReadOnlyList<CodeHolderId> Exchanged { get; }

    /// <summary>The holder; no code.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"correction of a tie of holder {Holder.Id}";
}
