using System.Globalization;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core.Issued;
using MyNumber.Testing.Linkage;

namespace MyNumber.LinkageHost;

/// <summary>What the core does at a command: <c>seed</c>, <c>resume</c>, <c>issue FROM TO PARALLEL</c> for people of the description.</summary>
internal sealed class CoreWork(CoreHost host) : IHostWork
{
    public async Task DoAsync(string[] command, CancellationToken cancellationToken)
    {
        switch (command)
        {
            case ["seed"]:
                await host.Core.SeedAsync(cancellationToken);
                break;
            case ["resume"]:
                Lines.Write($"ended {await host.Core.Exchange.ResumeAsync(cancellationToken)}");
                break;
            case ["issue", string from, string to, string parallel]:
                await Lines.EachAsync(from, to, parallel, IssueAsync, cancellationToken);
                break;
            default:
                throw new ArgumentException("No such command.", nameof(command));
        }
    }

    /// <summary>Gives every holder that knows the person a code, and tells each code that is in the register.</summary>
    private async ValueTask<bool> IssueAsync(int index, CancellationToken cancellationToken)
    {
        LabPerson person = host.Network.People[index];
        LinkCode link = await host.Core.Links.GetOrAddAsync(person.ResidentCode, cancellationToken);
        foreach (LabHolding holding in person.Holdings)
        {
            if (host.Network.Directory.TryFindHolderOf(holding.Agency, TimeProvider.System.GetUtcNow(), out CodeHolder? holder))
            {
                IssuedCode issued = await host.Core.Book.IssueAsync(holder, link, cancellationToken);
                Lines.Write(string.Create(CultureInfo.InvariantCulture, $"issued {index} {holder.Id} {issued.Code.Reveal()}"));
            }
        }

        return true;
    }
}
