using MyNumber.Linkage.AspNetCore.Peers;

namespace MyNumber.LinkageHost;

/// <summary>Where each role listens now, as files beside the network: a role that starts again has another port, and the others follow.</summary>
public sealed class AddressBook(string folder)
{
    public void Write(LinkagePeer role, Uri address)
    {
        string draft = FileOf(role) + ".new";
        File.WriteAllText(draft, address.ToString());
        File.Move(draft, FileOf(role), overwrite: true);
    }

    /// <summary>The address of a role.</summary>
    /// <exception cref="IOException">It has not been there yet.</exception>
    public Uri Read(LinkagePeer role) => new(File.ReadAllText(FileOf(role)));

    private string FileOf(LinkagePeer role) => Path.Combine(folder, role.IsCore ? "core.address" : $"agency-{role.Agency}.address");
}
