using System.Diagnostics;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Permission.Permits;

/// <summary>What a permit (情報提供許可証; name of confidence low) says: this provider may give these items to this inquirer for this inquiry, until then.</summary>
/// <remarks>Immutable. It holds the provider's own code of the person and goes to the provider only; <see cref="ToString"/> shows no code.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class Permit
{
    internal Permit(Guid inquiry, in PermissionRequest request, RuleId rule, MatrixVersion matrix, bool manualRelease, AgencyCode providerCode, DateTimeOffset expiresAt)
    {
        (Inquiry, Rule, Matrix, ManualRelease, ProviderCode) = (inquiry, rule, matrix, manualRelease, providerCode);
        (Inquirer, Provider, Affair, Procedure, ItemSet) = (request.Inquirer, request.Provider, request.Affair, request.Procedure, request.ItemSet);
        Items = Array.AsReadOnly(request.Items.ToArray());
        ExpiresAt = expiresAt;
    }

    /// <summary>The inquiry, as its inquirer numbered it.</summary>
    public Guid Inquiry { get; }

    /// <summary>Who asked.</summary>
    public AgencyId Inquirer { get; }

    /// <summary>Who may provide.</summary>
    public AgencyId Provider { get; }

    /// <summary>The affair.</summary>
    public AffairId Affair { get; }

    /// <summary>The procedure.</summary>
    public ProcedureId Procedure { get; }

    /// <summary>The set.</summary>
    public ItemSetId ItemSet { get; }

    /// <summary>The items, in the order of the request.</summary>
    public IReadOnlyList<ItemId> Items { get; }

    /// <summary>The rule that allowed it.</summary>
    public RuleId Rule { get; }

    /// <summary>The matrix of that rule.</summary>
    public MatrixVersion Matrix { get; }

    /// <summary>Whether a person at the provider releases the answer.</summary>
    public bool ManualRelease { get; }

    /// <summary>The provider's own code of the person.</summary>
    public AgencyCode ProviderCode { get; }

    /// <summary>The first moment at which it is worth nothing.</summary>
    public DateTimeOffset ExpiresAt { get; }

    /// <summary>Inquiry, rule and end; no code.</summary>
    /// <returns>One line.</returns>
    public override string ToString() => $"permit of {Rule} for inquiry {Inquiry}, until {ExpiresAt:O}";
}
