using System.Security.Cryptography;
using System.Text.Json.Nodes;
using MyNumber.Card.Emulation;
using MyNumber.Card.Emulation.Issuing;
using MyNumber.Card.Emulation.Objects;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Testing.Keys;

namespace CardCounter;

/// <summary>Cards that are not real: one made by somebody else, and one whose files were copied onto another chip.</summary>
internal static class Forgery
{
    /// <summary>The same face and files, signed by an authority that has the right names and other keys.</summary>
    public static IssuedCard Forge(Town town)
    {
        RSA[] keys = [.. Enumerable.Range(27, 5).Select(LabKeyPool.Load)];
        using LabCardAuthority stranger = new(new LabCardAuthorityKeys(keys[0], keys[1], keys[2], keys[3], keys[4]));
        CardCase genuine = town.Office.Find(town.Hanako.Application)!;
        IssuedCard forged = town.Maker.Make(genuine, town.Hanako, stranger);
        forged.Chip.SetPins(town.Hanako.Pins);
        Array.ForEach(keys, key => key.Dispose());
        return forged;
    }

    /// <summary>Every byte of the files, and PINs that the forger knows; but keys do not come out of a chip, so this one has its own.</summary>
    public static IssuedCard Copy(IssuedCard original)
    {
        using RSA other = LabKeyPool.Load(27);
        JsonNode state = JsonNode.Parse(original.Chip.SaveState())!;
        state["keys"]![nameof(CardKeyPurpose.InputSupport)] = Convert.ToBase64String(other.ExportPkcs8PrivateKey());
        state["keys"]![nameof(CardKeyPurpose.Surface)] = Convert.ToBase64String(other.ExportPkcs8PrivateKey());
        return new IssuedCard(EmulatedCard.Restore(System.Text.Encoding.UTF8.GetBytes(state.ToJsonString())), original.Face);
    }
}
