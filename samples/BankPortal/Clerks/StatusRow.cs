using MyNumber.Jpki;
using MyNumber.Jpki.Services;

namespace BankPortal.Clerks;

/// <summary>One re-check (現況確認) of one account's certificates, with who asked and why.</summary>
internal sealed record StatusRow(
    string AccountNumber, DateTimeOffset CheckedAt, string Clerk, StatusCheckPurpose Purpose, VerificationOutcome Outcome, string State, string Advice, LoginLink LoginLink);
