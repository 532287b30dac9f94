using System.Diagnostics;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Services.Accounts;

/// <summary>One line of an account's history: a certificate was linked or its link ended.</summary>
/// <remarks>Immutable. <see cref="ToString"/> is masked.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class AccountLinkEvent
{
    /// <summary>Restores a line that a store kept.</summary>
    /// <param name="purpose">Which of the two certificates.</param>
    /// <param name="identity">The certificate; not empty.</param>
    /// <param name="begins">Whether the link began; otherwise it ended.</param>
    /// <param name="cause">Why.</param>
    /// <param name="at">When.</param>
    /// <exception cref="ArgumentException">The identity is empty.</exception>
    public AccountLinkEvent(CertificatePurpose purpose, CertificateIdentity identity, bool begins, AccountLinkCause cause, DateTimeOffset at)
    {
        if (identity.IsEmpty)
        {
            throw new ArgumentException("A line of the history names a certificate.", nameof(identity));
        }

        Purpose = purpose;
        Identity = identity;
        Begins = begins;
        Cause = cause;
        At = at;
    }

    /// <summary>Which of the two certificates.</summary>
    public CertificatePurpose Purpose { get; }

    /// <summary>The certificate.</summary>
    public CertificateIdentity Identity { get; }

    /// <summary>Whether the link began; otherwise it ended.</summary>
    public bool Begins { get; }

    /// <summary>Why.</summary>
    public AccountLinkCause Cause { get; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; }

    internal bool IsEndOnPurpose => !Begins && Cause is (AccountLinkCause.HolderAsked or AccountLinkCause.BankDecided);

    /// <summary>Purpose, beginning or end, and cause.</summary>
    /// <returns>A text without personal data.</returns>
    public override string ToString() => $"AccountLinkEvent({Purpose}, {(Begins ? "begins" : "ends")}, {Cause})";
}
