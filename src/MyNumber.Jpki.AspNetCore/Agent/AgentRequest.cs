using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Extensions.Primitives;
using MyNumber.Jpki.Services;

namespace MyNumber.Jpki.AspNetCore.Agent;

/// <summary>What a service's page asks of the program that holds the card (カードエージェント), as fields of a form that the browser posts.</summary>
/// <remarks>
/// <para>The origin is not among the fields: the agent takes it from the browser's Origin header, which a page cannot choose, and the return address must lie in it.</para>
/// <para>Immutable and thread safe. <see cref="ToString"/> is masked.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class AgentRequest
{
    private AgentRequest(HolderStatement statement, Uri returnAddress, string state)
    {
        Statement = statement;
        ReturnAddress = returnAddress;
        State = state;
    }

    /// <summary>What the holder is asked for, with the origin that it was read or issued with.</summary>
    public HolderStatement Statement { get; }

    /// <summary>Where the answer goes; absolute, of the statement's origin.</summary>
    public Uri ReturnAddress { get; }

    /// <summary>The service's own text; it comes back with the answer.</summary>
    public string State { get; }

    /// <summary>Makes a request for a challenge.</summary>
    /// <param name="challenge">The challenge that was issued.</param>
    /// <param name="returnAddress">Where the answer goes; absolute, http or https, of the challenge's origin.</param>
    /// <param name="state">The service's own text, at most 8192 characters.</param>
    /// <returns>The request.</returns>
    /// <exception cref="ArgumentException">The address is of another origin, or a text is too long.</exception>
    public static AgentRequest For(HolderChallenge challenge, Uri returnAddress, string state)
    {
        ArgumentNullException.ThrowIfNull(challenge);
        ArgumentNullException.ThrowIfNull(returnAddress);
        ArgumentNullException.ThrowIfNull(state);
        return IsWithin(returnAddress, challenge.Origin) && state.Length <= AgentFields.MaximumStateLength
            ? new AgentRequest(challenge.Statement, returnAddress, state)
            : throw new ArgumentException("The return address is of the challenge's origin, and the state has at most 8192 characters.", nameof(returnAddress));
    }

    /// <summary>Reads a request that a browser posted.</summary>
    /// <param name="form">The form's fields, from outside.</param>
    /// <param name="origin">The Origin header of the post.</param>
    /// <param name="request">The request.</param>
    /// <returns>Whether every field is there once and has its shape, the return address lies in the origin, and nothing else is there.</returns>
    public static bool TryRead(IEnumerable<KeyValuePair<string, StringValues>> form, string origin, [NotNullWhen(true)] out AgentRequest? request)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(origin);
        request = null;
        AgentForm fields = new(form);
        string? text = fields.TakeOptional(AgentFields.Text)?.ReplaceLineEndings("\n"); // a browser posts line ends as CR LF
        if (fields.Take(AgentFields.Version) != AgentFields.CurrentVersion
            || AgentPurposes.Parse(fields.Take(AgentFields.Purpose)) is not { } purpose
            || !Uri.TryCreate(fields.Take(AgentFields.Return), UriKind.Absolute, out Uri? address) || !IsWithin(address, origin)
            || !DateTimeOffset.TryParseExact(fields.Take(AgentFields.IssuedAt), "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset issuedAt)
            || fields.Take(AgentFields.State) is not { Length: <= AgentFields.MaximumStateLength } state)
        {
            return false;
        }

        string audience = fields.Take(AgentFields.Audience), nonce = fields.Take(AgentFields.Nonce);
        if (fields.IsSpoilt)
        {
            return false;
        }

        try
        {
            request = new AgentRequest(new HolderStatement(purpose, origin, audience, nonce, issuedAt, text), address, state);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>The fields to post.</summary>
    /// <returns>Names and values, in no order.</returns>
    public IReadOnlyDictionary<string, string> ToFields()
    {
        Dictionary<string, string> fields = new(StringComparer.Ordinal)
        {
            [AgentFields.Version] = AgentFields.CurrentVersion,
            [AgentFields.Purpose] = AgentPurposes.Write(Statement.Purpose),
            [AgentFields.Audience] = Statement.Audience,
            [AgentFields.Nonce] = Statement.Nonce,
            [AgentFields.IssuedAt] = Statement.IssuedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            [AgentFields.Return] = ReturnAddress.AbsoluteUri,
            [AgentFields.State] = State,
        };
        if (Statement.Text is { } text)
        {
            fields[AgentFields.Text] = text;
        }

        return fields;
    }

    /// <summary>A mask; neither nonce nor text is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "AgentRequest(***)";

    private static bool IsWithin(Uri address, string origin) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) && address.UserInfo.Length == 0
        && address.OriginalString.Length <= AgentFields.MaximumAddressLength
        && string.Equals(address.GetLeftPart(UriPartial.Authority), origin, StringComparison.Ordinal);
}
