using Microsoft.AspNetCore.Http;

namespace MyNumber.Linkage.AspNetCore.Server;

/// <summary>A status, and a message where there is one.</summary>
internal readonly record struct DerAnswer(int Status, byte[]? Message)
{
    /// <summary>No message of the kind that the path takes.</summary>
    public static DerAnswer Malformed => new(StatusCodes.Status400BadRequest, null);

    /// <summary>Nothing to say yet.</summary>
    public static DerAnswer Nothing => new(StatusCodes.Status204NoContent, null);

    /// <summary>A peer that may call the path, and not about this.</summary>
    public static DerAnswer NotAllowed => new(StatusCodes.Status403Forbidden, null);

    public static DerAnswer Of(byte[] message) => new(StatusCodes.Status200OK, message);
}
