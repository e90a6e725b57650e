"""A brief that lacks nothing."""

from kdstudio.core.brief import BadExample, Brief, GoodExample, Label

BRIEF = Brief(
    name="Support mail",
    about="Each mail goes to the team that can answer it.",
    input="The first line of a mail to the support of a small online shop, 3 to 20 words.",
    labels=(
        Label(name="delivery", meaning="The parcel is late, lost or damaged."),
        Label(name="billing", meaning="It is about a payment, an invoice or a refund."),
    ),
    edge_cases=("A damaged parcel is delivery, even when a refund is asked for.",),
    topics=("Shoes", "Furniture"),
    good=(
        GoodExample(text="where is my parcel, it should be here since monday", label="delivery"),
        GoodExample(text="I was charged twice for order 4411", label="billing"),
        GoodExample(text="the box arrived but it is crushed", label="delivery"),
    ),
    bad=(
        BadExample(text="Dear Sir or Madam, I am writing to enquire", why="Nobody writes so formally to a shop."),
        BadExample(text="delivery problem", why="It names its label."),
    ),
)
