using System.Diagnostics;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Services.Accounts;

/// <summary>A change of one account's link that a store makes wholly or not at all.</summary>
/// <remarks>Immutable. <see cref="ToString"/> is masked.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class AccountLinkChange
{
    /// <summary>The longest account reference, in characters. The ceiling is this library's choice.</summary>
    public const int MaximumAccountLength = 128;

    /// <summary>Describes a change.</summary>
    /// <param name="account">The bank's own reference of the account, 1 to <see cref="MaximumAccountLength"/> characters, no control characters and no half of a surrogate pair.</param>
    /// <param name="purpose">Which of the two certificates.</param>
    /// <param name="from">The certificate that must be linked now; empty when none may be.</param>
    /// <param name="to">The certificate to link; empty to end the link.</param>
    /// <param name="cause">Why, for the history.</param>
    /// <param name="at">When, for the history.</param>
    /// <exception cref="ArgumentException">The account has another shape, or both certificates are empty.</exception>
    public AccountLinkChange(string account, CertificatePurpose purpose, CertificateIdentity from, CertificateIdentity to, AccountLinkCause cause, DateTimeOffset at)
    {
        ThrowIfNoAccount(account);
        if (from.IsEmpty && to.IsEmpty)
        {
            throw new ArgumentException("A change has a certificate to link or one to end.", nameof(to));
        }

        Account = account;
        Purpose = purpose;
        From = from;
        To = to;
        Cause = cause;
        At = at;
    }

    /// <summary>The bank's own reference of the account.</summary>
    public string Account { get; }

    /// <summary>Which of the two certificates.</summary>
    public CertificatePurpose Purpose { get; }

    /// <summary>The certificate that must be linked now; empty when none may be.</summary>
    public CertificateIdentity From { get; }

    /// <summary>The certificate to link; empty to end the link.</summary>
    public CertificateIdentity To { get; }

    /// <summary>Why.</summary>
    public AccountLinkCause Cause { get; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; }

    /// <summary>Whether the change gives way to an end that was meant: it is refused when the last line of the account's history about <see cref="To"/> and <see cref="Purpose"/> is an end by
    /// <see cref="AccountLinkCause.HolderAsked"/> or <see cref="AccountLinkCause.BankDecided"/>. <see langword="false"/> unless told otherwise.</summary>
    public bool YieldsToEnd { get; init; }

    /// <summary>Purpose and cause.</summary>
    /// <returns>A text without personal data.</returns>
    public override string ToString() => $"AccountLinkChange({Purpose}, {Cause})";

    internal static void ThrowIfNoAccount(string account)
    {
        ArgumentException.ThrowIfNullOrEmpty(account);
        if (!IsAccount(account))
        {
            throw new ArgumentException("An account reference has 1 to 128 characters, no control characters and no half characters.", nameof(account));
        }
    }

    internal static bool IsAccount(string account) => account.Length != 0 && PlainText.IsPlain(account, MaximumAccountLength);
}
