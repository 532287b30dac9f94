using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Agencies;

/// <summary>Who holds codes of their own (符号取得主体): one agency, or several that share codes, as the health insurers do through their clearing house (confidence medium).</summary>
/// <remarks>Immutable. At one time an agency is a member of one holder at most; <see cref="AgencyDirectory"/> sees to it.</remarks>
public sealed class CodeHolder
{
    /// <summary>Makes a holder.</summary>
    /// <param name="id">The number that goes into its codes.</param>
    /// <param name="epoch">The epoch of its codes (符号の世代); raised when all of them are to change.</param>
    /// <param name="status">Whether it may use codes.</param>
    /// <param name="members">Its agencies, one at least; copied.</param>
    /// <exception cref="ArgumentNullException"><paramref name="members"/> is null.</exception>
    /// <exception cref="ArgumentException">The number is empty, the status is none, or there is no member, or a member without agency or period.</exception>
    public CodeHolder(CodeHolderId id, byte epoch, CodeHolderStatus status, IEnumerable<HolderMember> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        HolderMember[] copy = [.. members];
        if (id.IsEmpty || !Enum.IsDefined(status) || copy.Length == 0 || copy.Any(member => member.Agency.IsEmpty || member.Period.IsEmpty))
        {
            throw new ArgumentException("A holder has a number, a status and at least one member with a period.");
        }

        (Id, Epoch, Status, Members) = (id, epoch, status, Array.AsReadOnly(copy));
    }

    /// <summary>The number that goes into its codes.</summary>
    public CodeHolderId Id { get; }

    /// <summary>The epoch of its codes.</summary>
    public byte Epoch { get; }

    /// <summary>Whether it may use codes.</summary>
    public CodeHolderStatus Status { get; }

    /// <summary>Its agencies, each with its period.</summary>
    public IReadOnlyList<HolderMember> Members { get; }

    /// <summary>Number, epoch and status.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"holder {Id}, epoch {Epoch}, {Status}";
}
