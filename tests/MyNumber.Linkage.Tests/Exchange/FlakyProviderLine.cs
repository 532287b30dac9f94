using MyNumber.Linkage.Exchange;
using MyNumber.Linkage.Messages;

namespace MyNumber.Linkage.Tests.Exchange;

/// <summary>The core's line to a provider that may be down, lose replies, or change them.</summary>
internal sealed class FlakyProviderLine(IProviderLine inner) : IProviderLine
{
    public bool IsDown { get; set; }

    public bool LosesReplies { get; set; }

    public int Asked { get; private set; }

    public ProvisionRequest? Last { get; private set; }

    public Func<ProvisionReply, ProvisionReply> Change { get; set; } = reply => reply;

    public async ValueTask<ProvisionReply?> ProvideAsync(ProvisionRequest request, CancellationToken cancellationToken = default)
    {
        if (IsDown)
        {
            throw new IOException("The provider is down.");
        }

        Asked++;
        Last = MessageEncoding.ReadProvision(MessageEncoding.Write(request)).ShouldNotBeNull();
        ProvisionReply? reply = await inner.ProvideAsync(Last, cancellationToken);
        return LosesReplies ? throw new TimeoutException("The reply was lost.")
            : reply is null ? null
            : Change(MessageEncoding.ReadReply(MessageEncoding.Write(reply)).ShouldNotBeNull());
    }
}
