using System.Diagnostics;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.AspNetCore.Applications;

/// <summary>A transaction that waits for its approval (承認待ちの取引): what is about to be carried out, and whose card has to approve it.</summary>
/// <remarks>Immutable. <see cref="ToString"/> is masked.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class PendingApproval
{
    /// <summary>What the answer is held to.</summary>
    /// <param name="text">The text that is about to be carried out, as the server has it now; character by character the one that was asked with.</param>
    /// <param name="approver">The user-authentication certificate that is linked to the account which the transaction burdens, never one that came with the answer; not empty.</param>
    /// <exception cref="ArgumentException">No certificate is named.</exception>
    public PendingApproval(string text, CertificateIdentity approver)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
        Approver = approver.IsEmpty ? throw new ArgumentException("The approver's certificate must be named.", nameof(approver)) : approver;
    }

    /// <summary>The text that is about to be carried out. It may be personal.</summary>
    public string Text { get; }

    /// <summary>Who has to approve it. It is a personal handle: not for logs or the browser.</summary>
    public CertificateIdentity Approver { get; }

    /// <summary>A mask; neither text nor approver is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "PendingApproval(***)";
}
