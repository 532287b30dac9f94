using Xunit.Abstractions;

namespace MyNumber.Numbering.Tests;

/// <summary>A row of a theory about a guarded kind. It is shown by its description, so that no number becomes part of a test's name.</summary>
public sealed class Sample : IXunitSerializable
{
    public Sample(string description, string text, NumberStyle style = NumberStyle.Strict, NumberFault fault = NumberFault.None)
    {
        Description = description;
        Text = text;
        Style = style;
        Fault = fault;
    }

    [Obsolete("For the test runner.")]
    public Sample()
    {
    }

    public string Description { get; private set; } = string.Empty;

    public string Text { get; private set; } = string.Empty;

    public NumberStyle Style { get; private set; }

    public NumberFault Fault { get; private set; }

    public override string ToString() => Description;

    public void Serialize(IXunitSerializationInfo info)
    {
        info.AddValue(nameof(Description), Description);
        info.AddValue(nameof(Text), Text);
        info.AddValue(nameof(Style), Style);
        info.AddValue(nameof(Fault), Fault);
    }

    public void Deserialize(IXunitSerializationInfo info)
    {
        Description = info.GetValue<string>(nameof(Description));
        Text = info.GetValue<string>(nameof(Text));
        Style = info.GetValue<NumberStyle>(nameof(Style));
        Fault = info.GetValue<NumberFault>(nameof(Fault));
    }
}
